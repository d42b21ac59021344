package dev.gossamer.api.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

final class EventInHandTest {
  private final Object event = new Object();

  private static EventInHand begun(Object event) {
    EventInHand begun = EventInHand.begin(event);
    assertThat(begun).isNotNull();
    return Objects.requireNonNull(begun);
  }

  @Test
  void anEventThatWasAcceptedIsTheLibrarysOwn() {
    EventInHand begun = begun(event);
    begun.accept();
    assertThat(begun.end()).isTrue();
  }

  @Test
  void anEventThatWasNotAcceptedIsNobodys() {
    assertThat(begun(event).end()).isFalse();
  }

  @Test
  void anEventThatWasHandedOnIsAnothers() {
    EventInHand begun = begun(event);
    begun.accept();
    EventInHand.handOn(event);
    assertThat(begun.end()).isFalse();
  }

  @Test
  void theSameEventIsBegunOnceUntilItEnds() {
    EventInHand begun = begun(event);
    assertThat(EventInHand.begin(event)).isNull();
    begun.end();
    EventInHand again = begun(event);
    again.end();
  }

  @Test
  void eventsWithinAnEventAreOthers() {
    EventInHand outer = begun(event);
    outer.accept();
    Object another = new Object();
    EventInHand inner = begun(another);
    inner.accept();
    EventInHand.handOn(event);
    EventInHand.handOn(another);
    assertThat(inner.end()).isFalse();
    assertThat(outer.end()).isTrue();
  }

  @Test
  void handingOnWithNothingInHandDoesNothing() {
    EventInHand.handOn(event);
    EventInHand begun = begun(event);
    begun.accept();
    assertThat(begun.end()).isTrue();
  }
}
