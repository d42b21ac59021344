package dev.gossamer.engine;

import java.lang.invoke.MutableCallSite;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The linked call sites of one instrumentation, held weakly: they belong to woven classes. Their
 * targets are constants to the JIT until the one day they are all switched off. Thread-safe.
 */
final class CallSites {
  private final List<WeakReference<MutableCallSite>> sites = new ArrayList<>();
  private int expungeAt = 64;
  private boolean off;

  synchronized void add(MutableCallSite site, String name) {
    if (off) {
      site.setTarget(GossamerDispatcher.nothing(name, site.type()));
      return;
    }
    if (sites.size() >= expungeAt) {
      for (Iterator<WeakReference<MutableCallSite>> i = sites.iterator(); i.hasNext(); ) {
        if (i.next().get() == null) {
          i.remove();
        }
      }
      expungeAt = Math.max(64, sites.size() * 2);
    }
    sites.add(new Named(site, name));
  }

  /** From now on none of them does anything, or costs anything. */
  synchronized void switchOff() {
    off = true;
    List<MutableCallSite> changed = new ArrayList<>();
    for (WeakReference<MutableCallSite> reference : sites) {
      MutableCallSite site = reference.get();
      if (site != null) {
        site.setTarget(GossamerDispatcher.nothing(((Named) reference).name, site.type()));
        changed.add(site);
      }
    }
    sites.clear();
    MutableCallSite.syncAll(changed.toArray(new MutableCallSite[0]));
  }

  private static final class Named extends WeakReference<MutableCallSite> {
    final String name;

    Named(MutableCallSite site, String name) {
      super(site);
      this.name = name;
    }
  }
}
