package dev.gossamer.benchmarks.clinic;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
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
@RequestMapping("/owners")
final class OwnerController {
  private final OwnerRepository repository;

  OwnerController(OwnerRepository repository) {
    this.repository = repository;
  }

  @GetMapping
  List<Owner> all() {
    return repository.findAll();
  }

  @GetMapping("/{id}")
  ResponseEntity<Owner> one(@PathVariable int id) {
    return ResponseEntity.of(repository.findById(id));
  }

  @GetMapping(params = "lastName")
  Page<Owner> byLastName(
      @RequestParam String lastName, @RequestParam(defaultValue = "0") int page) {
    return repository.findByLastNameStartingWith(lastName, PageRequest.of(page, 5));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Owner add(@Valid @RequestBody Owner added) {
    return repository.save(added);
  }
}
