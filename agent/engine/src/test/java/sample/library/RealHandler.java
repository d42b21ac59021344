package sample.library;

public class RealHandler extends BaseHandler {
  @Override
  public void handle() {}
}
