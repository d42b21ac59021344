package dev.gossamer.benchmarks.clinic;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/pets")
final class PetController {
  private final PetRepository repository;

  PetController(PetRepository repository) {
    this.repository = repository;
  }

  @GetMapping
  List<Pet> all() {
    return repository.findAll();
  }

  @GetMapping("/{id}")
  ResponseEntity<Pet> one(@PathVariable int id) {
    return ResponseEntity.of(repository.findById(id));
  }

  @GetMapping(params = "type")
  List<Pet> byType(@RequestParam String type) {
    return repository.findByTypeName(type);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Pet add(@Valid @RequestBody Pet added) {
    return repository.save(added);
  }
}
