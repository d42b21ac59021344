package sample.library;

public abstract class BaseHandler implements Handler, Comparable<BaseHandler> {
  @Override
  public int compareTo(BaseHandler other) {
    return 0;
  }
}
