package dev.gossamer.benchmarks.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.validation.constraints.NotBlank;

/** What has a name. */
@MappedSuperclass
public abstract class NamedEntity extends BaseEntity {
  @NotBlank @Column private String name = "";

  protected NamedEntity() {}

  protected NamedEntity(String name) {
    this.name = name;
  }

  public String getName() {
    return name;
  }
}
