package dev.gossamer.benchmarks.clinic;

import org.springframework.data.jpa.repository.JpaRepository;

/** Specialties in the database. */
interface SpecialtyRepository extends JpaRepository<Specialty, Integer> {}
