package dev.gossamer.benchmarks.clinic;

import jakarta.validation.Valid;
import java.time.LocalDate;
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
@RequestMapping("/visits")
final class VisitController {
  private final VisitRepository repository;

  VisitController(VisitRepository repository) {
    this.repository = repository;
  }

  @GetMapping
  List<Visit> all() {
    return repository.findAll();
  }

  @GetMapping("/{id}")
  ResponseEntity<Visit> one(@PathVariable int id) {
    return ResponseEntity.of(repository.findById(id));
  }

  @GetMapping(params = "since")
  List<Visit> since(@RequestParam LocalDate since) {
    return repository.since(since);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Visit add(@Valid @RequestBody Visit added) {
    return repository.save(added);
  }
}
