package dev.gossamer.api.http;

/** Puts the template of a route together of its parts. */
public final class HttpRoute {
  private HttpRoute() {}

  /**
   * Adds a part with one slash before it and none at its end; nothing, if there is nothing but
   * slashes.
   *
   * @param route what is there already, without a slash at its end
   * @param template as the application wrote it, with and without slashes around it
   */
  public static void append(StringBuilder route, String template) {
    int from = 0;
    int to = template.length();
    while (from < to && template.charAt(from) == '/') {
      from++;
    }
    while (to > from && template.charAt(to - 1) == '/') {
      to--;
    }
    if (from < to) {
      route.append('/').append(template, from, to);
    }
  }
}
