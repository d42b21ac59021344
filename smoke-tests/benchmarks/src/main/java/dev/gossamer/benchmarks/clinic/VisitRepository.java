package dev.gossamer.benchmarks.clinic;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Visits in the database. */
interface VisitRepository extends JpaRepository<Visit, Integer> {
  /** Since a day, that day included. */
  @Query("select v from Visit v where v.date >= :day order by v.date")
  List<Visit> since(LocalDate day);
}
