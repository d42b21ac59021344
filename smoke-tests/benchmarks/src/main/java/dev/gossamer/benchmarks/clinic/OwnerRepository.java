package dev.gossamer.benchmarks.clinic;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

/** Owners in the database. */
interface OwnerRepository extends JpaRepository<Owner, Integer> {
  /** By the start of the last name. */
  Page<Owner> findByLastNameStartingWith(String lastName, Pageable page);
}
