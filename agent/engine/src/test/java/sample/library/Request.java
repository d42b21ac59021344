package sample.library;

public interface Request {
  String path();
}
