-- The life of a task, again and again, seven requests each; one connection for each thread, which has its own source.
local threads = 0
function setup(thread)
  thread:set("id", threads)
  threads = threads + 1
end
local json = { ["Content-Type"] = "application/json" }
local step = 0
local function call(n, source, task)
  local path = wrk.path
  if n == 0 then
    return "POST", path .. "/sources",
      '{"source_name": "' .. source .. '", "host": "127.0.0.1", "port": 3306, "user": "root", "password": "123456", "enable_gtid": false}'
  elseif n == 1 then
    return "POST", path .. "/tasks",
      '{"remove_meta": true, "task": {"name": "' .. task .. '", "task_mode": "all", "enhance_online_schema_change": true, "on_duplicate": "error",'
      .. ' "target_config": {"host": "127.0.0.1", "port": 4000, "user": "root", "password": "123456"},'
      .. ' "table_migrate_rule": [{"source": {"source_name": "' .. source .. '", "schema": "db1", "table": "table1"},'
      .. ' "target": {"schema": "db1", "table": "table1"}}],'
      .. ' "source_config": {"source_conf": [{"source_name": "' .. source .. '"}]}}}'
  elseif n == 2 then
    return "GET", path .. "/tasks/" .. task .. "/status", nil
  elseif n == 3 then
    return "POST", path .. "/tasks/" .. task .. "/pause", "[]"
  elseif n == 4 then
    return "POST", path .. "/tasks/" .. task .. "/resume", "[]"
  elseif n == 5 then
    return "DELETE", path .. "/tasks/" .. task, nil
  end
  return "DELETE", path .. "/sources/" .. source, nil
end
function request()
  local method, path, body = call(step % 7, "bench-" .. id, "task-" .. id)
  step = step + 1
  return wrk.format(method, path, body and json or nil, body)
end
