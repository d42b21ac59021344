package dev.gossamer.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

final class ObjectStateTest {
  private final ObjectState<Object, String> state = new ObjectState<>();

  @Test
  void stateBelongsToTheObjectNotToItsEquals() {
    String one = new String("same");
    String other = new String("same");
    state.set(one, "first");

    assertThat(state.get(one)).isEqualTo("first");
    assertThat(state.get(other)).isNull();
  }

  @Test
  void takingRemoves() {
    Object object = new Object();
    state.set(object, "once");

    assertThat(state.take(object)).isEqualTo("once");
    assertThat(state.take(object)).isNull();
  }

  @Test
  void theFirstStaysWhereOnlyAbsentIsSet() {
    Object object = new Object();

    assertThat(state.setIfAbsent(object, "first")).isEqualTo("first");
    assertThat(state.setIfAbsent(object, "second")).isEqualTo("first");
  }

  @Test
  void kindsOfStateDoNotMix() {
    ObjectState<Object, String> another = new ObjectState<>();
    Object object = new Object();
    state.set(object, "mine");

    assertThat(another.get(object)).isNull();
  }

  @Test
  void anObjectWithStateCanBeCollected() {
    Object object = new byte[1024];
    WeakReference<Object> reference = new WeakReference<>(object);
    state.set(object, "kept");
    object = null;

    while (reference.get() != null) {
      System.gc();
    }
    state.set(new Object(), "expunges");
    assertThat(reference.get()).isNull();
  }
}
