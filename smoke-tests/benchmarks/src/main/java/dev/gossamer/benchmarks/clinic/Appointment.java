package dev.gossamer.benchmarks.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Which vet sees which pet, and when. */
@Entity
public class Appointment extends BaseEntity {
  @ManyToOne private @Nullable Vet vet;
  @ManyToOne private @Nullable Pet pet;

  @Column(name = "starts_at")
  private LocalDateTime start = LocalDateTime.MIN;

  protected Appointment() {}

  public Appointment(Vet vet, Pet pet, LocalDateTime start) {
    this.vet = vet;
    this.pet = pet;
    this.start = start;
  }

  public @Nullable Vet getVet() {
    return vet;
  }

  public @Nullable Pet getPet() {
    return pet;
  }

  public LocalDateTime getStart() {
    return start;
  }
}
