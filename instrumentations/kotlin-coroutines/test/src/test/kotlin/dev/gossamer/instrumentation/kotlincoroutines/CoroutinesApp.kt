@file:OptIn(ExperimentalCoroutinesApi::class, DelicateCoroutinesApi::class)

package dev.gossamer.instrumentation.kotlincoroutines

import dev.gossamer.testing.app.TestApp
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CountDownLatch
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executor
import java.util.concurrent.Executors
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit
import kotlin.concurrent.thread
import kotlin.coroutines.AbstractCoroutineContextElement
import kotlin.coroutines.CoroutineContext
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.resume
import kotlinx.coroutines.*
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.channels.produce
import kotlinx.coroutines.flow.*
import kotlinx.coroutines.selects.onTimeout
import kotlinx.coroutines.selects.select
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

/** Sends requests, each of which leaves a span, from coroutines of every kind. */
private val pool = Executors.newFixedThreadPool(2).asCoroutineDispatcher()
private val application = CoroutineScope(SupervisorJob() + Dispatchers.Default)

/** Background coroutines of the application, by dispatcher: what is sent to them is a URL. */
private val background = HashMap<String, Channel<Pair<String, CompletableDeferred<Int>>>>()

fun main() {
    launching()
    suspending()
    flows()
    ending()
    plainTasks()
    TestApp.command("unconfined-goes-on") { unconfinedGoesOn(it[0]) }
    for ((name, dispatcher) in mapOf(
        "default" to Dispatchers.Default,
        "unconfined" to Dispatchers.Unconfined,
        "pool" to pool,
    )) {
        val urls = Channel<Pair<String, CompletableDeferred<Int>>>()
        background[name] = urls
        application.launch(dispatcher) {
            for ((url, answer) in urls) answer.complete(get(url))
        }
    }
    TestApp.command("background") { toBackground(it[0], it[1]) }
    TestApp.serve()
    TestApp.awaitStop()
    System.exit(0)
}

private fun get(url: String) = TestApp.get(url)

private fun command(name: String, block: suspend CoroutineScope.(String) -> Any?) =
    TestApp.command(name) { arguments -> runBlocking { "" + block(arguments[0]) } }

private fun launching() {
    command("run-blocking") { url -> get(url) }
    command("launch") { url -> launch { delay(2); get(url) }.join() }
    command("launch-default") { url -> launch(Dispatchers.Default) { delay(2); get(url) }.join() }
    command("async") { url -> async(Dispatchers.IO) { delay(2); get(url) }.await() }
    command("with-context") { url ->
        val inside = withContext(Dispatchers.IO) { delay(2); get(url) }
        inside + get(url)
    }
    command("with-context-nested") { url ->
        withContext(Dispatchers.Default) {
            withContext(CoroutineName("named")) { delay(2); get(url) } +
                withContext(pool) { delay(2); get(url) } + get(url)
        }
    }
    TestApp.command("application-scope") { arguments ->
        val done = CountDownLatch(1)
        application.launch { delay(2); get(arguments[0]); done.countDown() }
        "" + done.await(20, TimeUnit.SECONDS)
    }
    TestApp.command("global-scope") { arguments ->
        val done = CompletableFuture<Int>()
        GlobalScope.launch(pool) { delay(2); done.complete(get(arguments[0])) }
        "" + done.get(20, TimeUnit.SECONDS)
    }
    TestApp.command("undispatched") { arguments ->
        val done = CompletableFuture<Int>()
        application.launch(start = CoroutineStart.UNDISPATCHED) { delay(2); done.complete(get(arguments[0])) }
        "" + (done.get(20, TimeUnit.SECONDS) + get(arguments[0]))
    }
    TestApp.command("lazy") { arguments ->
        val lazily = application.async(start = CoroutineStart.LAZY) { delay(2); get(arguments[0]) }
        Foreign.later { lazily.start() }
        "" + runBlocking { lazily.await() }
    }
    command("many") { url ->
        (1..20).map { async(if (it % 2 == 0) Dispatchers.IO else pool) { delay(1); get(url) } }.awaitAll().size
    }
    command("own-element") { url ->
        withContext(OwnElement("outer")) {
            launch(Dispatchers.IO + OwnElement("inner")) { delay(2); check(OwnElement.current.get() == "inner"); get(url) }.join()
            check(OwnElement.current.get() == "outer")
            get(url)
        }
    }
}

private fun suspending() {
    command("hops") { url ->
        withContext(pool) { repeat(50) { yield() }; delay(1); get(url) }
    }
    command("foreign-resume") { url ->
        withContext(Dispatchers.Default) {
            suspendCancellableCoroutine { Foreign.later { it.resume(1) } }
            get(url)
        }
    }
    command("unconfined") { url ->
        launch(Dispatchers.Unconfined) {
            suspendCancellableCoroutine { Foreign.later { it.resume(1) } }
            get(url)
            delay(2)
            get(url)
        }.join()
    }
    command("run-interruptible") { url -> runInterruptible(Dispatchers.IO) { get(url) } }
    command("limited") { url -> withContext(Dispatchers.IO.limitedParallelism(1)) { delay(2); get(url) } }
    command("select") { url ->
        val never = Channel<Int>()
        withContext(pool) { select { never.onReceive { 1 }; onTimeout(2) { get(url) } } }
    }
    command("mutex") { url ->
        val mutex = Mutex(locked = true)
        val waiting = async(Dispatchers.Default) { mutex.withLock { get(url) } }
        delay(2)
        mutex.unlock()
        waiting.await()
    }
    command("future") { url ->
        val asked = CompletableDeferred<Int>()
        Foreign.later { asked.complete(1) }
        withContext(Dispatchers.Default) { asked.await(); get(url) }
    }
}

private fun flows() {
    command("flow") { url -> flow { emit(url); delay(2); emit(url) }.map { get(it) }.toList().size }
    command("flow-on") { url ->
        flow { delay(2); get(url); emit(url) }.flowOn(Dispatchers.IO).map { get(it) }.toList().size
    }
    command("flow-same-context") { url ->
        flow {
            val collecting = currentCoroutineContext()
            withContext(Dispatchers.IO) {
                get(url)
                withContext(collecting) { emit(url) }
            }
        }.map { get(it) }.toList().size
    }
    command("channel-flow") { url ->
        channelFlow { launch(Dispatchers.IO) { delay(2); send(get(url)) }; launch(pool) { send(get(url)) } }.toList().size
    }
    command("flat-map-merge") { url ->
        flowOf(1, 2).flatMapMerge { flow { delay(2); emit(get(url)) }.flowOn(Dispatchers.Default) }.toList().size
    }
    command("shared-flow") { url ->
        val shared = flow { delay(2); emit(url) }.shareIn(this, SharingStarted.Lazily, 1)
        val got = shared.map { get(it) }.first()
        currentCoroutineContext()[Job]!!.cancelChildren()
        got
    }
    command("produce") { url ->
        val urls = produce(Dispatchers.IO) { repeat(2) { delay(2); send(url) } }
        var got = 0
        for (each in urls) got += get(each)
        got
    }
}

private fun ending() {
    command("supervisor") { url ->
        supervisorScope {
            val quiet = CoroutineExceptionHandler { _, _ -> get(url) }
            launch(Dispatchers.Default + quiet) { delay(2); throw IllegalStateException("meant to be") }.join()
            launch(Dispatchers.Default) { delay(2); get(url) }.join()
        }
    }
    command("failure") { url ->
        try {
            coroutineScope {
                launch(Dispatchers.IO) { delay(2); throw IllegalArgumentException("meant to be") }
                delay(20_000)
            }
        } catch (e: IllegalArgumentException) {
            get(url)
        }
    }
    command("cancel") { url ->
        val started = CompletableDeferred<Int>()
        val job = launch(Dispatchers.Default) {
            try {
                started.complete(1)
                awaitCancellation()
            } finally {
                withContext(NonCancellable) { delay(2); get(url) }
            }
        }
        started.await()
        job.cancelAndJoin()
        get(url)
    }
    command("timeout") { url ->
        withContext(pool) { withTimeoutOrNull(2) { delay(20_000) }; get(url) }
    }
}

private fun plainTasks() {
    val executors = mapOf(
        "default" to Dispatchers.Default.asExecutor(),
        "io" to Dispatchers.IO.asExecutor(),
        "limited" to Dispatchers.IO.limitedParallelism(2).asExecutor(),
        "pool" to pool.executor,
    )
    for ((name, executor) in executors) {
        TestApp.command("executor-$name") { arguments ->
            "" + CompletableFuture.supplyAsync({ get(arguments[0]) }, executor).get(20, TimeUnit.SECONDS)
        }
    }
    TestApp.command("two-threads") { "" + twoThreads(executors.getValue(it[0]), it[1]) }
}

/** Tasks that two threads run at the same time. */
private fun twoThreads(executor: Executor, url: String): Int {
    val both = CyclicBarrier(2)
    val tasks = List(2) {
        CompletableFuture.supplyAsync({ both.await(20, TimeUnit.SECONDS); get(url) }, executor)
    }
    return tasks.sumOf { it.get(20, TimeUnit.SECONDS) }
}

/** A coroutine runs on the thread of a request until it suspends, another one's resumes there. */
private fun unconfinedGoesOn(url: String): String {
    val gate = CompletableDeferred<Int>()
    val job = application.launch(Dispatchers.Unconfined) { gate.await(); get(url) }
    val first = get(url)
    gate.complete(1)
    return "" + (first + get(url) + runBlocking { job.join(); 0 })
}

private fun toBackground(name: String, url: String): String {
    val answer = CompletableDeferred<Int>()
    return "" + runBlocking {
        background.getValue(name).send(url to answer)
        answer.await()
    } + get(url)
}

/** A thread of a client library, say, which no executor knows of. */
private object Foreign {
    private val tasks = LinkedBlockingQueue<() -> Any?>()

    init {
        thread(isDaemon = true) { while (true) tasks.take()() }
    }

    fun later(task: () -> Any?) {
        tasks.add(task)
    }
}

/** State of a thread that an application keeps for its coroutines. */
private class OwnElement(private val value: String) :
    AbstractCoroutineContextElement(Key), ThreadContextElement<String?> {
    override fun updateThreadContext(context: CoroutineContext): String? = current.get().also { current.set(value) }

    override fun restoreThreadContext(context: CoroutineContext, oldState: String?) = current.set(oldState)

    companion object Key : CoroutineContext.Key<OwnElement> {
        val current = ThreadLocal<String?>()
    }
}
