package dev.gossamer.benchmarks.clinic;

import org.springframework.data.jpa.repository.JpaRepository;

/** Types of pets in the database. */
interface PetTypeRepository extends JpaRepository<PetType, Integer> {}
