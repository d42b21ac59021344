package dev.gossamer.telemetry.extension;

import dev.gossamer.config.AgentLog;
import io.opentelemetry.sdk.autoconfigure.spi.internal.AutoConfigureListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Finds the providers of extensions. Only for the starting thread. */
final class Providers {
  private final List<Extension> extensions;

  /** Providers that also want to know of the end of the start. */
  final List<Contribution<AutoConfigureListener>> listeners = new ArrayList<>();

  Providers(List<Extension> extensions) {
    this.extensions = extensions;
  }

  /** All of a type, by their own order, else by that of the extensions. */
  <P> List<Contribution<P>> ordered(Class<P> type, ToIntFunction<P> order) {
    List<Contribution<P>> all = new ArrayList<>();
    List<Integer> orders = new ArrayList<>();
    for (Extension extension : extensions) {
      for (P provider : extension.providers(type)) {
        Integer place =
            extension.call(
                provider.getClass().getName() + " is left out", () -> order.applyAsInt(provider));
        if (place != null) {
          int at = orders.size();
          while (at > 0 && orders.get(at - 1) > place) {
            at--;
          }
          orders.add(at, place);
          all.add(at, new Contribution<>(extension, provider));
          listen(extension, provider);
        }
      }
    }
    return all;
  }

  /** All of a type by their names; of two with one name the first holds. */
  <P> Map<String, Contribution<P>> named(Class<P> type, Function<P, String> naming) {
    Map<String, Contribution<P>> all = new LinkedHashMap<>();
    for (Extension extension : extensions) {
      for (P provider : extension.providers(type)) {
        String className = provider.getClass().getName();
        String name =
            extension.call(className + " is left out", () -> naming.apply(provider).trim());
        if (name == null) {
          continue;
        }
        Contribution<P> first = all.get(name);
        if (first == null) {
          all.put(name, new Contribution<>(extension, provider));
          listen(extension, provider);
        } else {
          AgentLog.warn(
              "extension "
                  + extension.name()
                  + ": "
                  + className
                  + " is left out, since "
                  + first.value.getClass().getName()
                  + " of "
                  + first.extension.name()
                  + " is called "
                  + name
                  + ", too");
        }
      }
    }
    return all;
  }

  private void listen(Extension extension, Object provider) {
    if (provider instanceof AutoConfigureListener) {
      listeners.add(new Contribution<>(extension, (AutoConfigureListener) provider));
    }
  }
}
