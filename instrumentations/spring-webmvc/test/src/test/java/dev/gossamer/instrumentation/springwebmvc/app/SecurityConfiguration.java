package dev.gossamer.instrumentation.springwebmvc.app;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.RegexRequestMatcher;

/** Answers 401 and 403 before any controller is reached. */
@Configuration
@EnableWebSecurity
class SecurityConfiguration {
  @Bean
  SecurityFilterChain chain(HttpSecurity http) throws Exception {
    http.csrf(AbstractHttpConfigurer::disable)
        .httpBasic(Customizer.withDefaults())
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(RegexRequestMatcher.regexMatcher("/secured/.*"))
                    .authenticated()
                    .requestMatchers(RegexRequestMatcher.regexMatcher("/forbidden/.*"))
                    .denyAll()
                    .anyRequest()
                    .permitAll());
    return (SecurityFilterChain) http.build();
  }

  @Bean
  UserDetailsService users() {
    return new InMemoryUserDetailsManager(
        User.withUsername("user").password("{noop}password").roles("USER").build());
  }
}
