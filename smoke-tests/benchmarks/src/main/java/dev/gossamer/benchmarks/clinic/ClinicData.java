package dev.gossamer.benchmarks.clinic;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A few owners, pets and vets, before the first request. */
@Component
class ClinicData implements ApplicationRunner {
  private final OwnerRepository owners;
  private final VetRepository vets;
  private final PetTypeRepository types;
  private final SpecialtyRepository specialties;
  private final AppointmentRepository appointments;

  ClinicData(
      OwnerRepository owners,
      VetRepository vets,
      PetTypeRepository types,
      SpecialtyRepository specialties,
      AppointmentRepository appointments) {
    this.owners = owners;
    this.vets = vets;
    this.types = types;
    this.specialties = specialties;
    this.appointments = appointments;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    PetType cat = types.save(new PetType("cat"));
    Specialty surgery = specialties.save(new Specialty("surgery"));
    Vet vet = new Vet("Helen", "Leary");
    vet.getSpecialties().add(surgery);
    vets.save(vet);
    for (int i = 0; i < 10; i++) {
      Owner owner = new Owner("George", "Franklin" + i, "110 W. Liberty", "Madison", "6085551023");
      Pet pet = new Pet("Leo", LocalDate.of(2020, 9, 7), cat);
      pet.getVisits().add(new Visit(LocalDate.of(2023, 1, 1), "rabies shot"));
      owner.getPets().add(pet);
      owners.save(owner);
      appointments.save(new Appointment(vet, pet, LocalDateTime.of(2026, 1, 2, 9, 0).plusHours(i)));
    }
  }
}
