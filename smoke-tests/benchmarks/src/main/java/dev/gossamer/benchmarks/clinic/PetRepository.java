package dev.gossamer.benchmarks.clinic;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** Pets in the database. */
interface PetRepository extends JpaRepository<Pet, Integer> {
  /** By the name of their type. */
  List<Pet> findByTypeName(String name);
}
