-- wrk's part: asks for the paths in the file ASK_PATHS, one a line, compressed. ASK_ORDER: "random" or "once" (one after another);
-- ASK_ETAG: sent as If-None-Match. The outcome is one line of JSON.
local paths, requests, threads = {}, {}, {}
local random = math.random
at, laps = 0, 0

for line in io.lines(os.getenv("ASK_PATHS")) do paths[#paths + 1] = line end
wrk.headers["Accept-Encoding"] = "gzip"
if os.getenv("ASK_ETAG") then wrk.headers["If-None-Match"] = os.getenv("ASK_ETAG") end

if #paths == 1 then
  wrk.path = paths[1] -- without a function of ours, wrk sends the same bytes again: its fastest way
elseif os.getenv("ASK_ORDER") == "once" then
  request = function()
    at = at + 1
    if at > #requests then at, laps = 1, laps + 1 end
    return requests[at]
  end
else
  request = function() return requests[random(#requests)] end
end

function setup(thread) threads[#threads + 1] = thread end

function init()
  math.randomseed(tonumber(os.getenv("ASK_SEED")))
  if request then for i, path in ipairs(paths) do requests[i] = wrk.format("GET", path) end end
end

function done(summary, latency, rates)
  local e = summary.errors
  io.write(string.format('JSON {"Requests":%d,"Seconds":%.3f,"Bytes":%d,"P50":%.3f,"P99":%.3f,"Longest":%.3f,"Laps":%d,"Bad":%d}\n',
    summary.requests, summary.duration / 1e6, summary.bytes, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3,
    threads[1]:get("laps"), e.status + e.connect + e.read + e.write + e.timeout))
end
