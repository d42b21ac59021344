/** A Spring Boot application of the size of Spring PetClinic: MVC, JPA, validation, actuator. */
@NullMarked
package dev.gossamer.benchmarks.clinic;

import org.jspecify.annotations.NullMarked;
