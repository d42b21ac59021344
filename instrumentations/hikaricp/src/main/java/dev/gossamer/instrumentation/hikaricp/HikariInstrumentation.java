package dev.gossamer.instrumentation.hikaricp;

import static dev.gossamer.api.description.Methods.constructor;
import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Advises the pool itself. Its tracker of metrics stays what the application made it: there is one
 * place for it only, and what is in that place changes what Hikari does.
 */
public final class HikariInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("hikaricp").measuresOnly().supports("HikariCP", "2.4.2 to 7.x");

    String config = "com.zaxxer.hikari.HikariConfig";
    it.onType("com.zaxxer.hikari.pool.PoolBase")
        .carryState()
        .advise(constructor().takes(config), PoolAdvice.class)
        .advise(method("newConnection"), CreateAdvice.class);
    it.onType("com.zaxxer.hikari.pool.HikariPool")
        .advise(constructor().takes(config), ReadyAdvice.class)
        .advise(method("getConnection").takes("long"), BorrowAdvice.class)
        .advise(method("shutdown").takes(), ShutdownAdvice.class);
    it.onType("com.zaxxer.hikari.pool.ProxyConnection")
        .carryState()
        .advise(method("close").takes(), CloseAdvice.class);
  }
}
