package dev.gossamer.smoke.boot.mvc;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Owner {
  @Id private int id;
  private String name = "";

  int id() {
    return id;
  }

  String name() {
    return name;
  }
}
