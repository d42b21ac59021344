package dev.gossamer.smoke.notes.tags;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gossamer.testing.app.TestApp;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.h2.jdbcx.JdbcDataSource;

/** {@code POST /notes/{id}/tags}. */
public final class TagsService {
  private static final Logger LOG = LogManager.getLogger(TagsService.class);

  private final DataSource database;

  private TagsService(DataSource database) {
    this.database = database;
  }

  public static void main(String[] arguments) throws Exception {
    JdbcDataSource database = new JdbcDataSource();
    // Makes its tables by itself, so that no statement of the start is a span.
    database.setURL("jdbc:h2:mem:tags;DB_CLOSE_DELAY=-1;INIT=RUNSCRIPT FROM 'classpath:tags.sql'");
    TagsService service = new TagsService(database);
    Undertow server =
        Undertow.builder()
            .addHttpListener(
                0,
                "localhost",
                Handlers.routing()
                    .post("/notes/{id}/tags", new BlockingHandler(service::tagWhatIsPosted)))
            .build();
    server.start();
    int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    LOG.info("listening on {}", port);
    TestApp.ready(port);
    TestApp.awaitStop();
    server.stop();
  }

  private void tagWhatIsPosted(HttpServerExchange exchange) throws IOException, SQLException {
    String text = new String(exchange.getInputStream().readAllBytes(), UTF_8);
    LOG.info("tagging: {}", text);
    tag(Long.parseLong(exchange.getRequestPath().split("/")[2]));
    exchange.setStatusCode(204);
  }

  private void tag(long note) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement known = connection.prepareStatement("SELECT name FROM tag");
        PreparedStatement add =
            connection.prepareStatement("INSERT INTO note_tag (note, tag) VALUES (?, ?)");
        ResultSet tags = known.executeQuery()) {
      while (tags.next()) {
        add.setLong(1, note);
        add.setString(2, tags.getString(1));
        add.executeUpdate();
      }
    }
  }
}
