package dev.gossamer.shop.inventory;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.gossamer.shop.launch.Launched;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** Tomcat with one servlet, {@link ReservationServlet}, set up by hand. */
final class InventoryService {
  private InventoryService() {}

  public static void main(String[] args) throws Exception {
    Launched.endWithDemo();
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(Launched.setting("SHOP_DATABASE"));
    config.setMaximumPoolSize(2);

    Tomcat tomcat = new Tomcat();
    Path folder = Files.createDirectories(Path.of(Launched.setting("SHOP_INVENTORY_HOME")));
    tomcat.setBaseDir(folder.toString());
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    tomcat.getConnector().setProperty("minSpareThreads", "2");
    Context context = tomcat.addContext("", folder.toString());
    Tomcat.addServlet(
        context, "reservations", new ReservationServlet(new HikariDataSource(config)));
    context.addServletMappingDecoded("/reservations", "reservations");
    tomcat.start();
    Launched.ready(tomcat.getConnector().getLocalPort());
    tomcat.getServer().await();
  }
}
