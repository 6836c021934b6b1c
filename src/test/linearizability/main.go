// Checks whether histories of requests to a DMock are linearizable: whether one client at a time could have got the same
// answers, in an order that agrees with time.
//
//	linearizability [-apart] [-patience 60s] history.jsonl ...
//
// It prints a line for each file: Ok, Illegal, or Unknown where time ran out. With -apart, each source is looked at by
// itself with its task, which is easier, and does not notice lists that show two sources at different times.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/anishathalye/porcupine"
)

func main() {
	apart := flag.Bool("apart", false, "look at each source by itself")
	patience := flag.Duration("patience", time.Minute, "for how long to look at each history")
	flag.Parse()
	for _, file := range flag.Args() {
		history := read(file)
		begun := time.Now()
		result := porcupine.CheckOperationsTimeout(model(*apart), history, *patience)
		fmt.Printf("%s %d operations, %.1f s: %s\n", result, len(history), time.Since(begun).Seconds(), file)
	}
}

func read(file string) []porcupine.Operation {
	f, err := os.Open(file)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	var history []porcupine.Operation
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var op operation
		if err := json.Unmarshal(lines.Bytes(), &op); err != nil {
			log.Fatal(err)
		}
		if op.tellsNothing() {
			continue
		}
		history = append(history, porcupine.Operation{ClientId: op.Client, Input: op, Call: op.Call, Return: op.Return})
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
	return history
}
