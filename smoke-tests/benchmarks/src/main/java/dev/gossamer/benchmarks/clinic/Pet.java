package dev.gossamer.benchmarks.clinic;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An animal. */
@Entity
public class Pet extends NamedEntity {
  @Column private LocalDate birthDate = LocalDate.EPOCH;
  @ManyToOne private @Nullable PetType type;

  @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.EAGER)
  @JoinColumn(name = "pet_id")
  @OrderBy("date")
  private Set<Visit> visits = new LinkedHashSet<>();

  protected Pet() {}

  public Pet(String name, LocalDate birthDate, PetType type) {
    super(name);
    this.birthDate = birthDate;
    this.type = type;
  }

  public LocalDate getBirthDate() {
    return birthDate;
  }

  public @Nullable PetType getType() {
    return type;
  }

  public Set<Visit> getVisits() {
    return visits;
  }
}
