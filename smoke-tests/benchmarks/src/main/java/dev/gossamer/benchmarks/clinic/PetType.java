package dev.gossamer.benchmarks.clinic;

import jakarta.persistence.Entity;

/** Cat, dog, hamster. */
@Entity
public class PetType extends NamedEntity {
  protected PetType() {}

  public PetType(String name) {
    super(name);
  }
}
