package main

import "github.com/anishathalye/porcupine"

// A cluster as one client at a time would see it: sources on workers, and a task on each source, by the number of the pair.
type cluster [pairs]pair

const (
	pairs       = 8
	someWorker  = -1 // the source is there, and nobody saw yet on which worker
	unknown     = "unknown"
	done        = "ok"
	noSource    = "46008"
	sourceThere = "46007"
	sourceUsed  = "46010"
	workerBusy  = "46006"
	taskRuns    = "46019"
	noTask      = "46018"
)

type pair struct {
	Worker int // 0 without a source
	Task   int // as in the history: absent, running or paused
}

const (
	absent = iota
	running
	paused
)

// Operation is a line of a history: a request, and its answer.
type operation struct {
	Client  int    `json:"client"`
	Call    int64  `json:"call"`
	Return  int64  `json:"return"`
	Kind    string `json:"kind"`
	Pair    int    `json:"pair"`
	Target  int    `json:"target"`  // the worker that a transfer names
	Outcome string `json:"outcome"` // "ok", DM's error code, or "unknown" where no answer came
	Worker  int    `json:"worker"`  // the worker that an answer names
	Stage   int    `json:"stage"`
	Seen    []int  `json:"seen"` // by pair: the worker of its source, or whether its task is there
	alone   bool   // whether only this pair is looked at
}

// Step says whether the cluster could have answered like that, and what it is afterwards.
func step(before cluster, op operation) (bool, cluster) {
	after := before
	the := &after[op.Pair]
	switch op.Kind {
	case "sources":
		return seesSources(before, op)
	case "tasks":
		return seesTasks(before, op), before
	case "status":
		if op.Outcome == noTask {
			return the.Task == absent, before
		}
		return op.Outcome == done && the.Task == op.Stage && the.Task != absent, before
	case "createSource":
		if the.Worker != 0 {
			return answers(op, sourceThere), before
		}
		the.Worker = someWorker
		if op.Worker != 0 {
			the.Worker = op.Worker
		}
		return answers(op, done) && !busy(before, op.Worker), after
	case "deleteSource":
		switch {
		case the.Worker == 0:
			return answers(op, noSource), before
		case the.Task != absent:
			return answers(op, sourceUsed), before
		}
		the.Worker = 0
		return answers(op, done), after
	case "createTask":
		if the.Worker == 0 || the.Task != absent {
			return op.Outcome != done, before
		}
		the.Task = running
		return answers(op, done), after
	case "deleteTask":
		if the.Task == absent {
			return answers(op, noTask), before
		}
		the.Task = absent
		return answers(op, done), after
	case "pause", "resume":
		if the.Task != absent {
			the.Task = map[string]int{"pause": paused, "resume": running}[op.Kind]
		}
		return answers(op, done), after
	case "transfer":
		return transfers(before, op)
	}
	panic("no operation " + op.Kind)
}

// TellsNothing is true of a look at the cluster that was not answered.
func (op operation) tellsNothing() bool {
	return op.Outcome == unknown && (op.Kind == "sources" || op.Kind == "tasks" || op.Kind == "status")
}

func answers(op operation, expected string) bool {
	return op.Outcome == expected || op.Outcome == unknown
}

func busy(c cluster, worker int) bool {
	for _, p := range c {
		if p.Worker == worker && worker > 0 {
			return true
		}
	}
	return false
}

func hasUnseen(c cluster) bool {
	for _, p := range c {
		if p.Worker == someWorker {
			return true
		}
	}
	return false
}

func transfers(before cluster, op operation) (bool, cluster) {
	after := before
	the := &after[op.Pair]
	switch {
	case the.Worker == 0:
		return answers(op, noSource), before
	case the.Worker == op.Target:
		return answers(op, done), before
	case op.Outcome == workerBusy:
		return op.alone || busy(before, op.Target) || hasUnseen(before), before
	case the.Worker == someWorker && op.Outcome == done && the.Task == running:
		the.Worker = op.Target
		return !busy(before, op.Target), after
	case busy(before, op.Target) || the.Task == running:
		return op.Outcome == unknown || the.Task == running && op.Outcome == taskRuns && !busy(before, op.Target), before
	}
	the.Worker = op.Target
	return answers(op, done), after
}

// SeesSources also learns on which worker a source is whose making was not answered.
func seesSources(before cluster, op operation) (bool, cluster) {
	after := before
	for i := range before {
		if op.alone && i != op.Pair {
			continue
		}
		is := before[i].Worker
		if is == someWorker && op.Seen[i] != 0 && !busy(after, op.Seen[i]) {
			after[i].Worker = op.Seen[i]
		} else if is != op.Seen[i] {
			return false, before
		}
	}
	return true, after
}

func seesTasks(c cluster, op operation) bool {
	for i := range c {
		if (!op.alone || i == op.Pair) && (c[i].Task != absent) != (op.Seen[i] != 0) {
			return false
		}
	}
	return true
}

// Steps are the states in which the cluster may be after an operation: none, if it could not have answered like that.
// What was not answered was carried out or was not.
func steps(before cluster, op operation) []interface{} {
	var states []interface{}
	if op.Outcome == unknown {
		states = append(states, before)
	}
	possible, after := step(before, op)
	if possible && (op.Outcome != unknown || after != before) {
		states = append(states, after)
	}
	return states
}

func model(apart bool) porcupine.Model {
	m := porcupine.NondeterministicModel{
		Init: func() []interface{} { return []interface{}{cluster{}} },
		Step: func(state, input, _ interface{}) []interface{} {
			return steps(state.(cluster), input.(operation))
		},
	}
	if apart {
		m.Partition = byPair
	}
	return m.ToModel()
}

// ByPair takes a history apart: what was done to a pair, and what lists show of it.
func byPair(history []porcupine.Operation) [][]porcupine.Operation {
	parts := make([][]porcupine.Operation, pairs)
	for _, o := range history {
		op := o.Input.(operation)
		op.alone = true
		for i := range parts {
			if op.Kind == "sources" || op.Kind == "tasks" {
				op.Pair = i
			}
			if op.Pair == i {
				o.Input = op
				parts[i] = append(parts[i], o)
			}
		}
	}
	return parts
}
