package dev.gossamer.benchmarks.clinic;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. Its database is in memory and filled by {@link ClinicData}. */
@SpringBootApplication
public class Clinic {
  public static void main(String[] args) {
    SpringApplication.run(Clinic.class, args);
  }
}
