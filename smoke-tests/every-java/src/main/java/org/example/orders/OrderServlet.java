package org.example.orders;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Has every step done for the book in the path, on the thread of a pool. */
final class OrderServlet extends HttpServlet implements AutoCloseable {
  private static final long serialVersionUID = 1;

  private final transient List<Step> steps;
  private final transient ExecutorService pool = Executors.newSingleThreadExecutor();

  OrderServlet(List<Step> steps) {
    this.steps = steps;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    int book = Integer.parseInt(request.getPathInfo().substring(1));
    try {
      response.getWriter().print(pool.submit(() -> order(book)).get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServletException(e);
    } catch (ExecutionException e) {
      throw new ServletException(e.getCause());
    }
  }

  private String order(int book) throws Exception {
    StringBuilder done = new StringBuilder("ordered");
    for (Step step : steps) {
      done.append(' ').append(step.order(book));
    }
    return done.toString();
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
