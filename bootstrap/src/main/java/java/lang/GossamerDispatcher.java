package java.lang;

public final class GossamerDispatcher {
  private GossamerDispatcher() {}
}
