package dev.gossamer.benchmarks.clinic;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** Appointments in the database. */
interface AppointmentRepository extends JpaRepository<Appointment, Integer> {
  /** Of one vet. */
  List<Appointment> findByVetIdOrderByStart(int vet);
}
