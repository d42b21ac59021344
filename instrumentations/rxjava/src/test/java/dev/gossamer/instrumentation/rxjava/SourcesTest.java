package dev.gossamer.instrumentation.rxjava;

import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.BackpressureStrategy;
import io.reactivex.Flowable;
import io.reactivex.Observable;
import io.reactivex.Single;
import io.reactivex.subjects.PublishSubject;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Observers are wrapped where threads of others may call them, and nowhere else. */
final class SourcesTest {
  static Stream<Object> foreign() {
    return Stream.of(
        Observable.create(emitter -> {}),
        Observable.unsafeCreate(observer -> {}),
        Observable.never().publish(),
        Observable.never().replay(),
        Observable.never().cache(),
        PublishSubject.create(),
        Single.create(emitter -> {}),
        Single.never().cache(),
        Flowable.create(emitter -> {}, BackpressureStrategy.BUFFER),
        Flowable.fromPublisher(subscriber -> {}),
        Flowable.never().flatMap(Flowable::just),
        Flowable.just(1).concatMap(Flowable::just));
  }

  static Stream<Object> operators() {
    return Stream.of(
        Observable.just(1),
        Observable.just(1).map(i -> i),
        Observable.never().flatMap(Observable::just),
        Observable.never().hide(),
        Observable.never().publish().refCount(),
        Observable.fromCallable(() -> 1),
        Single.just(1).flatMap(Single::just),
        Flowable.range(1, 3).filter(i -> true));
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void wrapsWhatAnyThreadMayCall(Object source) {
    assertThat(Sources.mayCallFromAnyThread(source.getClass())).isTrue();
  }

  @ParameterizedTest
  @MethodSource("operators")
  void leavesOperatorsAlone(Object source) {
    assertThat(Sources.mayCallFromAnyThread(source.getClass())).isFalse();
  }
}
