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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/vets")
final class VetController {
  private final VetRepository repository;

  VetController(VetRepository repository) {
    this.repository = repository;
  }

  @GetMapping
  List<Vet> all() {
    return repository.findAll();
  }

  @GetMapping("/{id}")
  ResponseEntity<Vet> one(@PathVariable int id) {
    return ResponseEntity.of(repository.findById(id));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Vet add(@Valid @RequestBody Vet added) {
    return repository.save(added);
  }
}
