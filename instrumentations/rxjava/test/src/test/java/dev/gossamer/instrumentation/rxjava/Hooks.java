package dev.gossamer.instrumentation.rxjava;

import dev.gossamer.testing.app.TestApp;
import io.reactivex.disposables.Disposable;
import io.reactivex.plugins.RxJavaPlugins;
import io.reactivex.schedulers.Schedulers;
import io.reactivex.subjects.PublishSubject;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Hooks of the application stay, and see what they would see without an agent. */
final class Hooks {
  private Hooks() {}

  static void offer() {
    TestApp.command("hooks", Hooks::seen);
  }

  @SuppressWarnings("rawtypes")
  private static String seen(String[] url) {
    Queue<String> seen = new ConcurrentLinkedQueue<>();
    RxJavaPlugins.setOnObservableAssembly(
        observable -> {
          seen.add("assembled " + observable.getClass().getSimpleName());
          return observable;
        });
    RxJavaPlugins.setOnObservableSubscribe(
        (observable, observer) -> {
          seen.add(
              observer.getClass().getSimpleName()
                  + " subscribed to "
                  + observable.getClass().getSimpleName());
          return observer;
        });
    RxJavaPlugins.setScheduleHandler(
        task -> {
          seen.add("scheduled " + task.getClass().getSimpleName());
          return task;
        });
    try {
      PublishSubject<String> subject = PublishSubject.create();
      Queue<Integer> got = new ConcurrentLinkedQueue<>();
      Disposable here = subject.map(RxApp::get).subscribe(got::add);
      Disposable there = subject.subscribeOn(Schedulers.trampoline()).subscribe();
      subject.onNext(url[0]);
      here.dispose();
      there.dispose();
      return seen + " " + got;
    } finally {
      RxJavaPlugins.setOnObservableAssembly(null);
      RxJavaPlugins.setOnObservableSubscribe(null);
      RxJavaPlugins.setScheduleHandler(null);
    }
  }
}
