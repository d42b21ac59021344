package sample.library;

public interface Handler {
  void handle();
}
