package sample.library;

public class Client {
  public String send(Request request, int timeout) {
    return request.path() + " within " + timeout;
  }
}
