package dev.gossamer.engine.index;

/**
 * Names of subclasses that frameworks generate: they hand each call on to what is woven itself, and
 * some of them carry copies of its annotations.
 */
final class ProxyNames {
  private static final String[] MARKS = {
    "$$EnhancerBy", // CGLIB, Guice, Spring up to 5
    "$$FastClassBy",
    "$$SpringCGLIB$$",
    "$ByteBuddy$",
    "$MockitoMock$",
    "$HibernateProxy$",
    "_$$_", // Javassist: jvst, Weld
    "$Proxy$_",
    "_ClientProxy", // Quarkus
    "_Subclass",
    "$Intercepted" // Micronaut
  };

  private ProxyNames() {}

  static boolean contain(String internalName) {
    for (String mark : MARKS) {
      if (internalName.contains(mark)) {
        return true;
      }
    }
    return false;
  }
}
