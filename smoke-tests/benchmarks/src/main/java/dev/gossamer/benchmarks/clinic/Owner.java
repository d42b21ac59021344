package dev.gossamer.benchmarks.clinic;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.List;

/** Whose pets they are. */
@Entity
public class Owner extends Person {
  @NotBlank @Column private String address = "";
  @NotBlank @Column private String city = "";

  @Pattern(regexp = "\\d{10}")
  @Column
  private String telephone = "";

  @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.EAGER)
  @JoinColumn(name = "owner_id")
  @OrderBy("name")
  private List<Pet> pets = new ArrayList<>();

  protected Owner() {}

  public Owner(String firstName, String lastName, String address, String city, String telephone) {
    super(firstName, lastName);
    this.address = address;
    this.city = city;
    this.telephone = telephone;
  }

  public String getAddress() {
    return address;
  }

  public String getCity() {
    return city;
  }

  public String getTelephone() {
    return telephone;
  }

  public List<Pet> getPets() {
    return pets;
  }
}
