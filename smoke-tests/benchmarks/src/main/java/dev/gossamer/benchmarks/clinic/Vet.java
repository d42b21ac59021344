package dev.gossamer.benchmarks.clinic;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToMany;
import java.util.LinkedHashSet;
import java.util.Set;

/** Who treats them. */
@Entity
public class Vet extends Person {
  @ManyToMany(fetch = FetchType.EAGER)
  private Set<Specialty> specialties = new LinkedHashSet<>();

  protected Vet() {}

  public Vet(String firstName, String lastName) {
    super(firstName, lastName);
  }

  public Set<Specialty> getSpecialties() {
    return specialties;
  }
}
