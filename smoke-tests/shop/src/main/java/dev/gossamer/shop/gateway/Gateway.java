package dev.gossamer.shop.gateway;

import dev.gossamer.shop.launch.Launched;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/** The Spring Boot application in front of the shop. */
@SpringBootApplication(proxyBeanMethods = false)
class Gateway {
  public static void main(String[] args) {
    Launched.endWithDemo();
    SpringApplication.run(
        Gateway.class,
        "--server.port=0",
        "--server.address=127.0.0.1",
        "--spring.main.banner-mode=off",
        "--server.tomcat.threads.min-spare=2");
  }

  @EventListener
  void listening(ServletWebServerInitializedEvent event) {
    Launched.ready(event.getWebServer().getPort());
  }
}
