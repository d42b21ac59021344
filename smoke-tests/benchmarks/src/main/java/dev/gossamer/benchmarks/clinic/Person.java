package dev.gossamer.benchmarks.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.validation.constraints.NotBlank;

/** Who has a first and a last name. */
@MappedSuperclass
public abstract class Person extends BaseEntity {
  @NotBlank @Column private String firstName = "";
  @NotBlank @Column private String lastName = "";

  protected Person() {}

  protected Person(String firstName, String lastName) {
    this.firstName = firstName;
    this.lastName = lastName;
  }

  public String getFirstName() {
    return firstName;
  }

  public String getLastName() {
    return lastName;
  }
}
