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
@RequestMapping("/appointments")
final class AppointmentController {
  private final AppointmentRepository repository;

  AppointmentController(AppointmentRepository repository) {
    this.repository = repository;
  }

  @GetMapping
  List<Appointment> all() {
    return repository.findAll();
  }

  @GetMapping("/{id}")
  ResponseEntity<Appointment> one(@PathVariable int id) {
    return ResponseEntity.of(repository.findById(id));
  }

  @GetMapping(params = "vet")
  List<Appointment> ofVet(@RequestParam int vet) {
    return repository.findByVetIdOrderByStart(vet);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Appointment add(@Valid @RequestBody Appointment added) {
    return repository.save(added);
  }
}
