package dev.gossamer.benchmarks.clinic;

import jakarta.persistence.Entity;

/** What a vet is good at. */
@Entity
public class Specialty extends NamedEntity {
  protected Specialty() {}

  public Specialty(String name) {
    super(name);
  }
}
