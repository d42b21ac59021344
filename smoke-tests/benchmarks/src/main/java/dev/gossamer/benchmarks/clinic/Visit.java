package dev.gossamer.benchmarks.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;

/** When a pet was there, and why. */
@Entity
public class Visit extends BaseEntity {
  @Column(name = "visit_date")
  private LocalDate date = LocalDate.EPOCH;

  @NotBlank @Column private String description = "";

  protected Visit() {}

  public Visit(LocalDate date, String description) {
    this.date = date;
    this.description = description;
  }

  public LocalDate getDate() {
    return date;
  }

  public String getDescription() {
    return description;
  }
}
