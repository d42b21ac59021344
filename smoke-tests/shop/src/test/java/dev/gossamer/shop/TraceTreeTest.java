package dev.gossamer.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TraceTreeTest {
  @Test
  void childrenFollowTheirParentInTheOrderOfTheirStart() {
    TraceTree tree =
        TraceTree.of(
            "t",
            List.of(
                span("late", "root", 50, 60),
                span("inner", "early", 15, 20),
                span("early", "root", 10, 30),
                span("root", "", 0, 100)));

    assertThat(tree.rows())
        .extracting(row -> row.span().id() + " " + row.depth() + " " + row.last())
        .containsExactly("root 0 []", "early 1 [false]", "inner 2 [false, true]", "late 1 [true]");
    assertThat(tree.orphans()).isEmpty();
  }

  @Test
  void aSpanWithoutItsParentIsAnOrphanAndStandsBelowTheRoots() {
    TraceTree tree =
        TraceTree.of("t", List.of(span("lost", "elsewhere", 0, 5), span("root", "", 3, 9)));

    assertThat(tree.rows()).extracting(row -> row.span().id()).containsExactly("root", "lost");
    assertThat(tree.orphans()).extracting(TraceTree.Span::id).containsExactly("lost");
  }

  @Test
  void parentsInACircleAreShownOnceAsOrphans() {
    TraceTree tree =
        TraceTree.of(
            "t", List.of(span("a", "b", 0, 5), span("b", "a", 1, 4), span("c", "c", 2, 3)));

    assertThat(tree.rows()).extracting(row -> row.span().id()).containsExactly("a", "b", "c");
    assertThat(tree.orphans()).extracting(TraceTree.Span::id).containsExactly("a", "c");
  }

  @Test
  void selfTimeLeavesOutWhatChildrenCoverOnceAndOnlyWithinTheSpan() {
    TraceTree tree =
        TraceTree.of(
            "t",
            List.of(
                span("root", "", 0, 100),
                span("one", "root", 10, 40),
                span("overlapping", "root", 30, 50),
                span("inside", "root", 35, 45),
                span("outliving", "root", 90, 150),
                span("afterwards", "root", 200, 300)));

    assertThat(tree.rows().get(0).selfNanos()).isEqualTo(50);
  }

  @Test
  void theSlowestIsTheOneThatWasBusyItself() {
    TraceTree tree =
        TraceTree.of(
            "t",
            List.of(
                span("root", "", 0, 100),
                span("middle", "root", 5, 95),
                span("leaf", "middle", 10, 80)));

    assertThat(tree.slowest().span().id()).isEqualTo("leaf");
  }

  @Test
  void theTraceLastsFromTheFirstStartToTheLastEnd() {
    TraceTree tree =
        TraceTree.of("t", List.of(span("root", "", 7, 20), span("late", "root", 15, 42)));

    assertThat(tree.startNanos()).isEqualTo(7);
    assertThat(tree.nanos()).isEqualTo(35);
  }

  @Test
  void aSpanThatEndsBeforeItStartsHasNoDuration() {
    TraceTree tree = TraceTree.of("t", List.of(span("backwards", "", 20, 10)));

    assertThat(tree.nanos()).isZero();
    assertThat(tree.slowest().selfNanos()).isZero();
  }

  @Test
  void anEmptyTraceHasNeitherRowsNorASlowest() {
    TraceTree tree = TraceTree.of("t", List.of());

    assertThat(tree.rows()).isEmpty();
    assertThat(tree.nanos()).isZero();
    assertThatThrownBy(tree::slowest).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aWholeTraceHasNoProblems() {
    TraceTree tree = TraceTree.of("t", List.of(span("a", "", 0, 9), span("b", "a", 1, 2)));

    assertThat(tree.problems(Set.of("service"))).isEmpty();
  }

  @Test
  void missingAndUnexpectedServicesOrphansAndRootsAreProblems() {
    TraceTree tree =
        TraceTree.of(
            "t", List.of(span("a", "", 0, 9), span("b", "", 1, 2), span("c", "gone", 1, 2)));

    assertThat(tree.problems(Set.of("other", "another")))
        .containsExactly(
            "no span of another, other",
            "spans of service, which has no part in it",
            "the parent of service's span span c is missing",
            "2 spans without a parent instead of one");
  }

  private static TraceTree.Span span(String id, String parent, long start, long end) {
    return new TraceTree.Span(id, parent, "service", "span " + id, start, end, false);
  }
}
