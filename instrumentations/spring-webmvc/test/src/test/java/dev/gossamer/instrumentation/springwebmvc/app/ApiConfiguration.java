package dev.gossamer.instrumentation.springwebmvc.app;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** What the second dispatcher serves. */
@Configuration
@EnableWebMvc
@Import(ApiConfiguration.ItemController.class)
class ApiConfiguration {
  @RestController
  static class ItemController {
    @GetMapping("/items/{id}")
    String item(@PathVariable("id") String id) {
      return id;
    }
  }
}
