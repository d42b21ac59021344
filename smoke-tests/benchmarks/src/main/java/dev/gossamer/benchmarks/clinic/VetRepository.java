package dev.gossamer.benchmarks.clinic;

import org.springframework.data.jpa.repository.JpaRepository;

/** Vets in the database. */
interface VetRepository extends JpaRepository<Vet, Integer> {}
