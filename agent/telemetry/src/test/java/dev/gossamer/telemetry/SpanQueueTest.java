package dev.gossamer.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanQueueTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 100, 128})
  void holdsExactlyAsManyAsItWasMadeForTimeAndAgain(int capacity) {
    SpanQueue<Integer> queue = new SpanQueue<>(capacity);
    for (int round = 0; round < 5; round++) {
      for (int i = 0; i < capacity; i++) {
        assertThat(queue.add(i)).isEqualTo(i + 1);
      }
      assertThat(queue.add(-1)).isZero();
      for (int i = 0; i < capacity; i++) {
        assertThat(queue.take()).isEqualTo(i);
      }
      assertThat(queue.take()).isNull();
      assertThat(queue.add(-1)).as("not released yet").isZero();
      queue.release();
      assertThat(queue.size()).isZero();
    }
  }

  @Test
  @Timeout(30)
  void everyElementThatWasAddedIsTakenOnce() throws InterruptedException {
    SpanQueue<Integer> queue = new SpanQueue<>(64);
    AtomicInteger added = new AtomicInteger();
    AtomicInteger running = new AtomicInteger(4);
    for (int t = 0; t < 4; t++) {
      int base = t * 100_000;
      new Thread(
              () -> {
                for (int i = 0; i < 100_000; i++) {
                  if (queue.add(base + i) > 0) {
                    added.incrementAndGet();
                  }
                }
                running.decrementAndGet();
              })
          .start();
    }
    Set<Integer> taken = new HashSet<>();
    while (running.get() > 0 || queue.size() > 0) {
      Integer element;
      for (int i = 0; i < 16 && (element = queue.take()) != null; i++) {
        assertThat(taken.add(element)).isTrue();
      }
      queue.release();
    }
    assertThat(taken).hasSize(added.get());
  }
}
