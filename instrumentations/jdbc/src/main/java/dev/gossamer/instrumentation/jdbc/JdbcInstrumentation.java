package dev.gossamer.instrumentation.jdbc;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/** Advises the JDBC interfaces' implementations: drivers' and pools' alike. */
public final class JdbcInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("jdbc").supports("JDBC drivers and pools", "any");

    it.onSubtypesOf("java.sql.Driver")
        .advise(
            method("connect").takes("java.lang.String", "java.util.Properties"),
            ConnectAdvice.class);

    it.onSubtypesOf("java.sql.Connection")
        .carryState()
        .advise(method("isValid").takes("int"), InquiryAdvice.class)
        .advise(
            method("getCatalog", "getSchema", "getTransactionIsolation").takes(),
            InquiryAdvice.class)
        .advise(method("setTransactionIsolation").takes("int"), InquiryAdvice.class)
        .advise(method("createStatement"), CreateStatementAdvice.class)
        .advise(
            method("prepareStatement", "prepareCall").takesFirst("java.lang.String"),
            PrepareAdvice.class);

    it.onSubtypesOf("java.sql.Statement")
        .carryState()
        .advise(
            method("execute", "executeQuery", "executeUpdate", "executeLargeUpdate")
                .takesFirst("java.lang.String"),
            ExecuteAdvice.class)
        .advise(method("addBatch").takes("java.lang.String"), AddBatchAdvice.class)
        .advise(method("clearBatch").takes(), ClearBatchAdvice.class)
        .advise(method("executeBatch", "executeLargeBatch").takes(), ExecuteBatchAdvice.class);

    it.onSubtypesOf("java.sql.PreparedStatement")
        .advise(
            method("execute", "executeQuery", "executeUpdate", "executeLargeUpdate").takes(),
            ExecutePreparedAdvice.class)
        .advise(method("addBatch").takes(), AddPreparedBatchAdvice.class);
  }
}
