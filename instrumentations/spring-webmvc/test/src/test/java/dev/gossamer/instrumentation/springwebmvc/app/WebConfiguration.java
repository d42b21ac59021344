package dev.gossamer.instrumentation.springwebmvc.app;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Controllers, functions, views and files, set up as Spring Boot does. */
@Configuration
@EnableWebMvc
@Import({ContractController.class, CasesController.class, SecurityConfiguration.class})
class WebConfiguration implements WebMvcConfigurer {
  @Bean
  ThreadPoolTaskExecutor executor() {
    ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
    executor.setCorePoolSize(2);
    return executor;
  }

  @Bean
  RouterFunction<ServerResponse> functions() {
    return RouterFunctions.route()
        .GET("/functional/{id}", request -> ServerResponse.ok().body(request.pathVariable("id")))
        .path(
            "/nested/{name}",
            nested -> nested.GET("/{id}", request -> ServerResponse.ok().body("nested")))
        .GET(
            "/functional-failure/{id}",
            request -> {
              throw new IllegalStateException("function");
            })
        .build();
  }

  @Override
  public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
    configurer.setTaskExecutor(executor());
    configurer.setDefaultTimeout(TimeUnit.SECONDS.toMillis(20));
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry.addResourceHandler("/assets/**").addResourceLocations("classpath:/static/");
    registry.addResourceHandler("/**").addResourceLocations("classpath:/static/");
  }

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addRedirectViewController("/moved", "/owners/1");
  }
}
